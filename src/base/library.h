/* library.h - where a program sees the standard library: a folder that its host keeps somewhere (api/vivarium.h). */
#ifndef VV_BASE_LIBRARY_H
#define VV_BASE_LIBRARY_H

#define VV_LIBRARY "/lib/python3.12"

#endif
