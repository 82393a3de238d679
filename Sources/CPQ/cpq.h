// The door to libpq.
#ifndef KAOJU_CPQ_H
#define KAOJU_CPQ_H

#include <libpq-fe.h>

#endif
