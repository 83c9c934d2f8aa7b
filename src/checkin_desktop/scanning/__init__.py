"""Frame sources, the decoder cascade, and the recogniser of keyboard-wedge scanners."""
