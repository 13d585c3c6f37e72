# attack: a cloud's metadata service, name servers, the host's other addresses
# judge: accepted
import socket

escapes = 0
for address in [('169.254.169.254', 80), ('10.0.0.1', 80), ('172.17.0.1', 5672), ('192.0.2.2', @TCP4@), ('1.1.1.1', 53)]:
    try:
        with socket.socket() as s:
            s.settimeout(0.5)
            s.connect(address)
            print('ESCAPED: connected to', address)
            escapes += 1
    except TimeoutError:
        print('ESCAPED: a route to', address)
        escapes += 1
    except OSError:
        pass
try:
    print('ESCAPED: localhost.localdomain resolves to', socket.getaddrinfo('example.com', 80))
    escapes += 1
except OSError:
    pass
if not escapes:
    print('contained')
