import { configOrStop } from '../server/config.ts';
import { connect } from '../server/connect.ts';
import { untilAskedToStop } from '../server/until-asked-to-stop.ts';
import { keepAnchoring } from './keep-anchoring.ts';
import { keepRepairing } from './repair-jobs.ts';
import { runTasks } from './run-tasks.ts';
import { signOfLife } from './sign-of-life.ts';

const deps = await connect(configOrStop(process.env));
runTasks(deps);
keepAnchoring(deps);
const repairs = keepRepairing(deps, signOfLife(deps.config.workers.healthFile));
deps.log.info('worker is ready');
process.send?.('ready');
await untilAskedToStop();
repairs.stop();
await deps.close();
process.exit(0);
