import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './stub';

serve(createConnection(ProposedFeatures.all));
