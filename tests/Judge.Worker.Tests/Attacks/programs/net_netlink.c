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
    struct sockaddr_nl group = { .nl_family = AF_NETLINK, .nl_groups = 1 };
    for (int protocol = NETLINK_AUDIT; protocol <= NETLINK_CONNECTOR; protocol += NETLINK_CONNECTOR - NETLINK_AUDIT) {
        s = socket(AF_NETLINK, SOCK_RAW, protocol);
        if (s >= 0) REFUSED(bind(s, (struct sockaddr *)&group, sizeof group));
    }
    return contained();
}
