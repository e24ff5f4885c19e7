// The words of the command line as the C library hands them to the program.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// How many words there are; 0 before the program has started.
int clauselint_argument_count(void);

// The word at an index below the count, as the bytes it was written in.
const char *_Nullable clauselint_argument(int index);

#ifdef __cplusplus
}
#endif
