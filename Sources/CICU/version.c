#include "cicu.h"

#include <unicode/uversion.h>

void kaoju_icu_version(int32_t *major, int32_t *minor) {
  UVersionInfo version;
  u_getVersion(version);
  *major = version[0];
  *minor = version[1];
}
