# -*- coding: ../../evil -*-
# attack: names a codec by a path, so that what reads the source loads it
# stage: compile
# judge: compileError runtimeError
print('contained')
