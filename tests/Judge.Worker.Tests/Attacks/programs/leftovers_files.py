# attack: leaves files and links wherever one can be written, for a later case or submission to find
# cases: leftovers
# judge: accepted
import os, sys

PLACES = '/tmp', '/dev/shm', '/box', '.', '/var/tmp', '/run', '/usr/local', '/dev/mqueue'
found = []
if sys.stdin.read().startswith('plant'):
    for place in PLACES:
        try:
            open(place + '/evil-left', 'w').write('left')
            os.symlink('/etc/passwd', place + '/evil-link')
            os.mkdir(place + '/evil-folder', 0o777)
        except OSError:
            pass
else:
    for place in PLACES:
        try:
            found += [f'{place}/{name}' for name in os.listdir(place) if name.startswith('evil')]
        except OSError:
            pass
    found += [f'/tmp/{name}' for name in os.listdir('/tmp')]
print('ESCAPED: ' + ' '.join(found) if found else 'contained')
