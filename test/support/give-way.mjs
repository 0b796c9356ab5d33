import { setPriority } from 'node:os';

// The lane of tests that need an engine goes first: it is the longer one, and others wait for its answers.
setPriority(5);
