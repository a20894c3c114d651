/**
 * Loaded before the program: SQLite as one might have built it otherwise, which puts one setting in force with another value
 * than it is asked for. SQLITE_SETTING names both: `synchronous = 1`.
 */
const Database = require('better-sqlite3');

const { pragma } = Database.prototype;
const otherwise = process.env.SQLITE_SETTING;
const [name] = otherwise.split(' = ');

Database.prototype.pragma = function (asked, options) {
  return pragma.call(this, asked.startsWith(`${name} = `) ? otherwise : asked, options);
};
