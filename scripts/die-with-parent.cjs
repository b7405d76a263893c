// Loaded into every part: when the launcher is killed, its end of this channel closes and the part stops by itself.
if (process.send && process.env.PORCHLIGHT_PART) {
  // The development server forks; its children have a channel of their own, which is none of our business.
  delete process.env.PORCHLIGHT_PART;
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8_000).unref();
  });
  // The channel alone must not keep a finished process alive.
  process.channel.unref();
}
