#include "cli/cli.h"
#define S(n) __attribute__((weak)) int n(const cli_args *a) { (void)a; return 3; }
S(cmd_parse) S(cmd_relate)  S(cmd_explain)
