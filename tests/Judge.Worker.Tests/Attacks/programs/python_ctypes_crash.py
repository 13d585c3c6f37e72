# attack: breaks the interpreter's memory
# judge: runtimeError
import ctypes
ctypes.string_at(1)
