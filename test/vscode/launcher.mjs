#!/usr/bin/env node
// Stands in for VS Code's executable: `@vscode/test-electron` starts it with `--extensionTestsPath=…` and reads its exit code.
import { tsImport } from 'tsx/esm/api';

await tsImport('./launcher.ts', import.meta.url);
