// Names the system's ICU for the linker. Its headers are seen by the C files of CICU alone.
