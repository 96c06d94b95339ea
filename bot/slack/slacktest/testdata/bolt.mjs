// A small application on Slack's own framework, that talks to the fake.
// Arguments: the folder that holds node_modules, the base of the Web API, the
// token of the bot and that of the application.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, slackApiUrl, token, appToken] = process.argv.slice(2);
const { App, LogLevel } = createRequire(join(folder, 'package.json'))('@slack/bolt');
const app = new App({
  token, appToken, socketMode: true, logLevel: LogLevel.WARN,
  clientOptions: { slackApiUrl }, installerOptions: { clientOptions: { slackApiUrl } },
});
app.command('/observatoire', async ({ command, ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', text: `commande ${command.text}` });
});
app.event('app_mention', async ({ event, say }) => {
  await say({
    text: `mention ${event.text}`, thread_ts: event.ts,
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'f0', value: '1|x', text: { type: 'plain_text', text: 'Voir' } }] }],
    metadata: { event_type: 'bolt', event_payload: { state: '1|x' } },
  });
});
app.message(async ({ message, client }) => {
  const before = await client.conversations.history({ channel: message.channel, include_all_metadata: true, limit: 15 });
  await client.chat.postMessage({ channel: message.channel, text: `message ${message.text}, ${before.messages.length} avant` });
  await client.chat.postEphemeral({ channel: message.channel, user: message.user, text: 'à vous seul' });
});
app.action('f0', async ({ ack, body, respond }) => {
  await ack();
  await respond({ replace_original: false, text: `bouton ${body.actions[0].value}` });
});
app.error(async (error) => { console.error(error); });
await app.start();
process.stdin.on('end', async () => { await app.stop(); process.exit(0); }).resume();
