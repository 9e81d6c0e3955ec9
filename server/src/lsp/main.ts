/** The language server in one file for Node and for a web worker; what belongs to the other place is never run. */
if ('importScripts' in globalThis) require('./main.web');
else require('./main.node');
