// What interpreters need done while they are held, each known by its functions.
#pragma once
#include <stddef.h>

void settle_cpython(void);
