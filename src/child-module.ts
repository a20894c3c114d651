import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** How a module is run as a process of its own. */
export interface ChildModule {
  file: string;
  /** What node must be started with to run it. */
  execArgv: string[];
}

/**
 * A module beside the one that starts it, to be forked.
 *
 * @param here the starter's `import.meta.url`
 * @param name the module's file name without its ending
 */
export function childModule(here: string, name: string): ChildModule {
  const isSource = here.endsWith('.ts');
  return {
    file: fileURLToPath(new URL(`./${name}.${isSource ? 'ts' : 'js'}`, here)),
    // Run from its source, the child needs the loader its parent was started with.
    execArgv: isSource ? ['--import', pathToFileURL(createRequire(here).resolve('tsx')).href] : [],
  };
}
