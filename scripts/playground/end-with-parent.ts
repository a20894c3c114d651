/*
 * Loaded into each child process. When the process that started it is gone, even killed outright, the child ends too.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
// Listening for the end must not by itself keep the child alive.
process.channel?.unref();
