// The door to libarchive.
#ifndef KAOJU_CARCHIVE_H
#define KAOJU_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
