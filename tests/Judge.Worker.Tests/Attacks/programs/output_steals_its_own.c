#define _GNU_SOURCE
#include <stdio.h>
#include <fcntl.h>
#include <unistd.h>
#include <stdlib.h>
#include <time.h>
#include <string.h>
#include <sys/ioctl.h>
static double now(void){struct timespec n;clock_gettime(CLOCK_MONOTONIC,&n);return n.tv_sec+n.tv_nsec/1e9;}
static char b[65536];
int main(void){
  int r1=open("/proc/self/fd/1",O_RDONLY|O_NONBLOCK),r2=open("/proc/self/fd/2",O_RDONLY|O_NONBLOCK);
  if(r1<0||r2<0)return 3;
  memset(b,'x',sizeof b);
  fcntl(1,F_SETFL,O_NONBLOCK);
  double start=now();int stolen=0;
  for(int k=SEED;k<110&&now()-start<2.0;k++){
    int a; char c[16];
    if(!stolen)write(2,"y",1); write(1,b,sizeof b);if(!stolen)write(2,"y",1);
    double t=now();
    for(;;){ioctl(r1,FIONREAD,&a);if(a<40000)break;
      if(now()-t>0.35){ if(stolen) for(;;)pause(); break;}}
    stolen=read(r2,c,sizeof c)>0;
  }
  return 7;
}
