// A bot on discord.js, which was written against Discord itself: what it
// understands of the fake, Discord would have said. It prints one line a step.
// usage: node discordjs.mjs URL TOKEN
import { createRequire } from 'node:module';
const require = createRequire(process.env.CONSTAT_DISCORDJS + '/');
const { Client, Events, GatewayIntentBits, Partials } = require('discord.js');
const [url, token] = process.argv.slice(2);
const say = (...words) => console.log(...words);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel], rest: { api: url + '/api', version: '10' },
});
const mentions = { parse: [] };
client.on(Events.ClientReady, () => say('ready', client.user.id));
client.on(Events.ShardResume, () => say('resumed'));
client.on(Events.Error, (e) => say('error', e.message));
client.on(Events.InteractionCreate, async (i) => {
  try {
    if (i.isAutocomplete()) {
      await i.respond([{ name: i.options.getFocused(), value: 'x' }]);
      say('completed', i.options.getFocused());
    } else if (i.isChatInputCommand()) {
      await i.deferReply({ flags: 64 });
      await i.editReply({ content: i.options.getString('question'), allowedMentions: mentions });
      say('answered', i.options.getString('question'));
    } else if (i.isButton()) {
      await i.reply({ content: i.customId, allowedMentions: mentions });
      say('pressed', i.customId);
    }
  } catch (e) { say('error', e.message); }
});
client.on(Events.MessageCreate, (m) => { if (!m.author.bot) say('heard', m.content); });
process.on('SIGTERM', async () => { await client.destroy(); process.exit(0); });
client.login(token).catch((e) => { say('error', e.message); process.exit(1); });
