// What CPython needs before it is copied: that the collector of cycles leaves alone what is there now (gc.freeze, which was made for this).
// Looking through it, as the collector does at the end of every program, writes to all of it, and so has it copied.
//
// What is frozen is not collected, nor is what it holds. So the program's own module is not frozen, which most of a program is in cycles with. And
// a program that has put something of its own into a module or class that was there before it has everything thawed as it ends.
#include "held.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

typedef void object; // PyObject, of which only what follows is known here

// All before ma_version_tag, which changes with every change of a dictionary, since 3.6 (PEP 509); later versions may drop it.
struct dictionary {
  long references;
  void *type;
  long used;
  uint64_t version;
};

// PyMethodDef.
struct method {
  const char *name;
  object *(*call)(object *, object *);
  int flags;
  const char *documentation;
};

enum { FILE_INPUT = 257, NO_ARGUMENTS = 4, MAX_WATCHED = 4096 };

#define FUNCTIONS(F) \
  F(int, PyGILState_Ensure, (void)) F(void, PyGILState_Release, (int)) F(void, Py_IncRef, (object *)) F(void, Py_DecRef, (object *)) \
  F(object *, PyRun_StringFlags, (const char *, int, object *, object *, void *)) F(object *, PyDict_New, (void)) F(void, PyErr_Clear, (void)) F(const char *, Py_GetVersion, (void)) \
  F(object *, PyDict_GetItemString, (object *, const char *)) F(int, PyDict_SetItemString, (object *, const char *, object *)) \
  F(long, PyList_Size, (object *)) F(object *, PyList_GetItem, (object *, long)) F(object *, PyCFunction_NewEx, (struct method *, object *, object *)) \
  F(object *, PyObject_CallObject, (object *, object *)) F(object *, PyImport_AddModule, (const char *)) F(object *, PyModule_GetDict, (object *)) \
  F(void, PyObject_GC_UnTrack, (object *)) F(void, PyObject_GC_Track, (object *))

#define DECLARE(result, name, parameters) result(*name) parameters;
static struct { FUNCTIONS(DECLARE) } py;

static object *none, *unfreeze, *watched;
static uint64_t versions[MAX_WATCHED];

static int find_functions(void) {
#define FIND(result, name, parameters) \
  if (!(py.name = (result(*) parameters)dlsym(RTLD_DEFAULT, #name))) return 0;
  FUNCTIONS(FIND)
  none = dlsym(RTLD_DEFAULT, "_Py_NoneStruct");
  return none != NULL;
}

static uint64_t version(object *dictionary) { return ((struct dictionary *)dictionary)->version; }

static object *at_exit(object *self, object *arguments) {
  (void)self;
  (void)arguments;
  py.Py_IncRef(none);
  object *own = watched, *thaw = unfreeze;
  watched = unfreeze = NULL; // a program may have this called when it likes
  if (!own) return none;
  for (long i = py.PyList_Size(own) - 1; i >= 0; i--) {
    if (version(py.PyList_GetItem(own, i)) == versions[i]) continue;
    object *done = py.PyObject_CallObject(thaw, NULL);
    if (done) py.Py_DecRef(done);
    break;
  }
  py.Py_DecRef(own);
  py.Py_DecRef(thaw);
  return none;
}

// Whether a dictionary's version is where it is looked for.
static int knows_versions(void) {
  object *dictionary = py.PyDict_New();
  uint64_t empty = version(dictionary);
  py.PyDict_SetItemString(dictionary, "key", none);
  uint64_t added = version(dictionary);
  py.PyDict_SetItemString(dictionary, "key", dictionary);
  uint64_t changed = version(dictionary);
  py.PyDict_SetItemString(dictionary, "key", none); // the cycle is none any more
  int all = added != empty && changed != added && version(dictionary) != changed;
  py.Py_DecRef(dictionary);
  return all;
}

static int run(const char *code, object *names) {
  object *result = py.PyRun_StringFlags(code, FILE_INPUT, names, names, NULL);
  if (!result) py.PyErr_Clear();
  else py.Py_DecRef(result);
  return result != NULL;
}

static void freeze(void) {
  static struct method at_exit_method = {"at_exit", at_exit, NO_ARGUMENTS, NULL};
  int major = 0, minor = 0;
  // Before 3.10 what is to be called at the end is the atexit module's, which is taken away here.
  if (sscanf(py.Py_GetVersion(), "%d.%d", &major, &minor) != 2 || major != 3 || minor < 10 || !knows_versions()) return;
  object *names = py.PyDict_New(), *callback = py.PyCFunction_NewEx(&at_exit_method, NULL, NULL);
  object *program = py.PyImport_AddModule("__main__"), *program_names = py.PyModule_GetDict(program);
  py.PyDict_SetItemString(names, "callback", callback);
  py.Py_DecRef(callback);
  if (run("import atexit, gc, sys\n"
          "own = [vars(m) for m in sys.modules.values() if type(m) is type(sys) and m.__name__ not in ('__main__', 'sys', 'builtins', 'atexit', 'gc')]\n"
          "own += [d for c in gc.get_objects() if isinstance(c, type) for d in gc.get_referents(c) if type(d) is dict]\n"
          "unfreeze = gc.unfreeze\n"
          "del sys.modules['atexit'], sys.modules['gc']\n", names)) {
    watched = py.PyDict_GetItemString(names, "own");
    unfreeze = py.PyDict_GetItemString(names, "unfreeze");
    long count = py.PyList_Size(watched);
    if (count <= MAX_WATCHED && run("atexit.register(callback)\n", names)) {
      py.Py_IncRef(watched);
      py.Py_IncRef(unfreeze);
      py.PyObject_GC_UnTrack(program);
      py.PyObject_GC_UnTrack(program_names);
      run("gc.freeze()\n", names);
      py.PyObject_GC_Track(program);
      py.PyObject_GC_Track(program_names);
      for (long i = 0; i < count; i++) versions[i] = version(py.PyList_GetItem(watched, i));
    }
  }
  py.Py_DecRef(names);
}

void settle_cpython(void) {
  if (!find_functions()) return;
  int state = py.PyGILState_Ensure();
  freeze();
  py.PyGILState_Release(state);
}
