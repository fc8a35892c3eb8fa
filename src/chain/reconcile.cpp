#include "esppadom/bill/reconcile_run.hpp"
