import { register } from 'tsx/esm/api';

// A thread does not inherit from the program that starts it how TypeScript is read.
register();
await import('./worker.ts');
