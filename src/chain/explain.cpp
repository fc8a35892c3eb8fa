#include "esppadom/bill/explain_run.hpp"
