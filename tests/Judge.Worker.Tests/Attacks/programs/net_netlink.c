// attack: asks the kernel for the host's network interfaces and makes one of its own
// judge: accepted
#include "attack.h"
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
int main(void)
{
    struct if_nameindex *all = if_nameindex();
    for (struct if_nameindex *i = all; i && i->if_index; i++) {
        if (strcmp(i->if_name, "lo") != 0) escaped("interface %s", i->if_name);
    }
    int s = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    struct { struct nlmsghdr head; struct ifinfomsg info; } down = {
        { sizeof down, RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK, 1, 0 }, { .ifi_index = 1, .ifi_change = IFF_UP, .ifi_flags = 0 } };
    struct { struct nlmsghdr head; struct nlmsgerr error; char rest[512]; } answer;
    if (s >= 0 && send(s, &down, sizeof down, 0) > 0 && recv(s, &answer, sizeof answer, 0) > 0 && answer.head.nlmsg_type == NLMSG_ERROR && answer.error.error == 0)
        escaped("an interface was taken down");
    /* Audit messages, the host's device events, its process events: joining may be allowed where nothing is ever heard. */
    struct sockaddr_nl group = { .nl_family = AF_NETLINK, .nl_groups = 1 };
    int protocols[] = { NETLINK_AUDIT, NETLINK_KOBJECT_UEVENT, NETLINK_CONNECTOR };
    for (size_t i = 0; i < sizeof protocols / sizeof *protocols; i++) {
        struct { struct nlmsghdr head; uint32_t idx, val, seq, ack; uint16_t length, flags; uint32_t listen; } ask = {
            { sizeof ask, NLMSG_DONE, 0, 0, 0 }, 1, 1, 0, 0, 4, 0, 1 };
        struct timeval patience = { 0, 100000 };
        s = socket(AF_NETLINK, SOCK_RAW, protocols[i]);
        if (s < 0 || bind(s, (struct sockaddr *)&group, sizeof group) != 0) continue;
        setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (protocols[i] == NETLINK_CONNECTOR) (void)!send(s, &ask, sizeof ask, 0);
        if (fork() == 0) _exit(0);
        wait(NULL);
        if (recv(s, &answer, sizeof answer, 0) > 0 && answer.head.nlmsg_type != NLMSG_ERROR) escaped("hears netlink protocol %d", protocols[i]);
    }
    return contained();
}
