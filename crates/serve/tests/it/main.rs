//! The server as a browser meets it: requests in, responses out, and the folder on disk looked at afterwards.

mod description;
mod events;
mod files;
mod guard;
mod hostile;
mod scenarios;
mod studies;
mod world;
