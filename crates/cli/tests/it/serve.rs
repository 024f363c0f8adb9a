//! `portway serve`: a server that is started, asked, ended and killed.

#![cfg(unix)]

use crate::world::{Said, World};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Long enough for the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that runs, and where.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(world: &World) -> Self {
        let mut command = world.command(&["serve", "model", "--port", "0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program was built");
        let mut line = String::new();
        BufReader::new(child.stderr.as_mut().expect("piped")).read_line(&mut line).expect("it says where");
        let address = line.trim_end().strip_prefix("Portway studio: http://").expect("an address").to_owned();
        Self { child, address: address.trim_end_matches('/').to_owned() }
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let (host, length) = (&self.address, body.len());
        let head = "Connection: close\r\nX-Portway: 1\r\nContent-Type: application/json";
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{head}\r\nContent-Length: {length}\r\n\r\n{body}")
            .expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    fn end(mut self, signal: &str) -> i32 {
        let killed = Command::new("kill").args([signal, &self.child.id().to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()));
        self.child.wait().expect("it ends").code().unwrap_or(-1)
    }

    fn until(&self, path: &str, wanted: &str) {
        let begun = Instant::now();
        while !self.ask("GET", path, "").contains(wanted) {
            assert!(begun.elapsed() < PATIENCE, "{wanted}");
            sleep(Duration::from_millis(20));
        }
    }
}

const RUN: &str = r#"{ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 2 }"#;
const LONG: &str = r#"{ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 10000 }"#;

#[test]
fn a_study_is_the_run_that_its_command_line_makes() {
    let world = World::with_model();
    let server = Server::start(&world);
    assert!(server.ask("GET", "/", "").starts_with("HTTP/1.1 200 OK\r\n"));
    let begun = server.ask("POST", "/api/v1/studies", RUN);
    assert!(begun.contains("portway run model --scenario base --replications 2 --seed 1"), "{begun}");
    server.until("/api/v1/studies", "\"state\":\"finished\"");
    assert_eq!(server.end("-INT"), 0);
    let id = world.list("runs/studio").pop().expect("one study");
    let told = world.portway(&["run", "model", "--scenario", "base", "--replications", "2", "--seed", "1"]);
    assert_eq!(told.code, 0);
    for name in ["results.json", "report.html", "manifest.json", "samples.json"] {
        assert_eq!(
            world.read(&format!("runs/studio/{id}/{name}")),
            world.read(&format!("runs/start-base-seed1/{name}")),
            "{name}"
        );
    }
}

#[test]
fn a_killed_server_leaves_everything_whole_and_the_next_one_finds_what_is_finished() {
    let world = World::with_model();
    let server = Server::start(&world);
    server.ask("POST", "/api/v1/studies", RUN);
    server.until("/api/v1/studies", "\"state\":\"finished\"");
    server.ask("POST", "/api/v1/studies", LONG);
    server.until("/api/v1/studies", "\"state\":\"running\"");
    let model = world.list("model");
    assert_eq!(server.end("-KILL"), -1);

    let server = Server::start(&world);
    let studies = server.ask("GET", "/api/v1/studies", "");
    assert_eq!(studies.matches("\"state\":").count(), 1, "{studies}");
    assert_eq!(world.list("model"), model);
    // An ordinary end stops what runs, and leaves nothing of it.
    server.ask("POST", "/api/v1/studies", LONG);
    server.until("/api/v1/studies", "\"state\":\"running\"");
    assert_eq!(server.end("-TERM"), 0);
    assert_eq!(world.list("runs/studio").len(), 1);
}

#[test]
fn it_refuses_to_be_reached_from_elsewhere_without_a_token() {
    let world = World::with_model();
    let refused =
        |arguments: &[&str]| -> Said { world.portway(&[&["serve", "model", "--port", "0"], arguments].concat()) };
    assert_eq!(
        refused(&["--address", "0.0.0.0"]).failure(),
        "error: 0.0.0.0 can be reached from other machines, so a token is needed\n\
         hint: give one with --token or PORTWAY_TOKEN, e.g. that of `openssl rand -hex 16`"
    );
    assert_eq!(
        refused(&["--token", "guess"]).failure(),
        "error: a token has at least 16 characters\nhint: openssl rand -hex 16 makes a good one"
    );
    assert_eq!(
        world.portway(&["serve", "nowhere"]).failure(),
        "error: there is no folder nowhere\nhint: check the spelling; portway new DIR writes a small corridor to start from"
    );
}

#[test]
fn a_page_that_listens_does_not_keep_the_server() {
    let world = World::with_model();
    let server = Server::start(&world);
    let mut stream = TcpStream::connect(&server.address).expect("it listens");
    write!(stream, "GET /api/v1/events HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).expect("it reads");
    let mut heard = [0; 12];
    stream.read_exact(&mut heard).expect("it answers");
    assert_eq!(&heard, b"HTTP/1.1 200");
    assert_eq!(server.end("-TERM"), 0);
}

#[test]
fn a_port_that_is_taken_is_told() {
    let world = World::with_model();
    let server = Server::start(&world);
    let port = server.address.rsplit(':').next().expect("a port").to_owned();
    let said = world.portway(&["serve", "model", "--port", &port]);
    assert!(
        said.failure().starts_with(&format!("error: cannot serve on {}: address already in use", server.address)),
        "{said:?}"
    );
    assert_eq!(server.end("-TERM"), 0);
}
