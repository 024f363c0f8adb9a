//! The networks in nexosim: a model per source, stage and bridge, vehicles as messages. Arguments: `MODEL DAYS SEED`.

use nexosim::model::{Context, Model, schedulable};
use nexosim::ports::Output;
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use rand::Rng;
use rand::rngs::SmallRng;
use rust_peers::{Arguments, Arrivals, Checkpoint, Network, Queue, Service, Tally, cpu_s, generator, report};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

fn main() -> Result<(), String> {
    let arguments = Arguments::read()?;
    let tally = Arc::new(Mutex::new(Tally::default()));
    // One thread: with several, the messages of such small models cost more than they gain.
    let bench = SimInit::with_num_threads(1);
    let bench = match arguments.network()? {
        Network::Queue(queue) => add_queue(bench, &queue, arguments.seed, &tally),
        Network::Checkpoint(network) => add_checkpoint(bench, &network, arguments.seed, &tally),
    };
    let mut simulation = bench.init(MonotonicTime::EPOCH).map_err(|error| error.to_string())?;
    let begin = cpu_s();
    simulation.step_until(minutes(arguments.horizon_min())).map_err(|error| error.to_string())?;
    let used = cpu_s() - begin;
    let seen = tally.lock().map_err(|error| error.to_string())?;
    report("nexosim", "1.0.0", &arguments, used, &seen);
    Ok(())
}

fn add_queue(bench: SimInit, queue: &Queue, seed: u64, tally: &Arc<Mutex<Tally>>) -> SimInit {
    let mut source = Source::new(0, Arrivals::constant(queue.arrivals_per_min), generator(seed, 0));
    let mut servers = Stage::new(queue.servers, Service::Exponential(queue.service_mean_min), generator(seed, 1));
    servers.ways.push(Way { branches: Vec::new(), onward: Onward::Leave });
    servers.tally = tally.clone();
    let (source_box, servers_box) = (Mailbox::new(), Mailbox::new());
    source.out.connect(Stage::enter, &servers_box);
    bench.add_model(source, source_box, "source").add_model(servers, servers_box, "servers")
}

fn add_checkpoint(mut bench: SimInit, network: &Checkpoint, seed: u64, tally: &Arc<Mutex<Tally>>) -> SimInit {
    let stage = |stage: &rust_peers::Stage, part: u64| {
        Stage::new(stage.lanes * network.scale, Service::of(stage), generator(seed, part))
    };
    let mut x_ray = stage(&network.x_ray, 0);
    let x_ray_box = Mailbox::new();
    let share = |stage: &rust_peers::Stage| stage.share.unwrap_or(1.0);
    for way in 0..2 {
        let part = 10 * (way as u64 + 1);
        let mut source = Source::new(way, Arrivals::of(network), generator(seed, part));
        let mut gate = stage(&network.gate, part + 1);
        let mut passport = stage(&network.passport, part + 2);
        let mut documents = stage(&network.documents, part + 3);
        let mut physical = stage(&network.physical, part + 4);
        let mut bridge = Bridge::new(network.bridge.places * network.scale, network.bridge.travel_min, tally.clone());
        let source_box = Mailbox::new();
        let [gate_box, passport_box, documents_box, physical_box] = std::array::from_fn(|_| Mailbox::new());
        let bridge_box = Mailbox::new();

        let to = |mailbox: &Mailbox<Stage>| {
            let mut output = Output::default();
            output.connect(Stage::enter, mailbox);
            output
        };
        let over = || {
            let mut output = Output::default();
            output.connect(Bridge::ask, &bridge_box);
            output
        };
        source.out.connect(Stage::enter, &gate_box);
        gate.ways.push(Way { branches: Vec::new(), onward: Onward::Stage(to(&passport_box)) });
        passport.ways.push(Way { branches: Vec::new(), onward: Onward::Stage(to(&documents_box)) });
        let search = || Branch { share: share(&network.physical), out: to(&physical_box) };
        let inspect = Branch { share: share(&network.x_ray), out: to(&x_ray_box) };
        documents.ways.push(Way { branches: vec![inspect, search()], onward: Onward::Bridge(over(), 0) });
        x_ray.ways.push(Way { branches: vec![search()], onward: Onward::Bridge(over(), 1) });
        physical.ways.push(Way { branches: Vec::new(), onward: Onward::Bridge(over(), 2) });
        for mailbox in [&documents_box, &x_ray_box, &physical_box] {
            let mut grant = Output::default();
            grant.connect(Stage::granted, mailbox);
            bridge.grants.push(grant);
        }
        bench = bench
            .add_model(source, source_box, &format!("source {way}"))
            .add_model(gate, gate_box, &format!("gate {way}"))
            .add_model(passport, passport_box, &format!("passport {way}"))
            .add_model(documents, documents_box, &format!("documents {way}"))
            .add_model(physical, physical_box, &format!("physical {way}"))
            .add_model(bridge, bridge_box, &format!("bridge {way}"));
    }
    bench.add_model(x_ray, x_ray_box, "x-ray")
}

/// A vehicle on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Vehicle {
    way: usize,
    came_min: f64,
    since_min: f64,
    waited_min: f64,
}

/// Sends vehicles.
#[derive(Serialize, Deserialize)]
struct Source {
    way: usize,
    arrivals: Arrivals,
    #[serde(skip, default = "unseeded")]
    draws: SmallRng,
    out: Output<Vehicle>,
}

#[Model]
impl Source {
    fn new(way: usize, arrivals: Arrivals, draws: SmallRng) -> Self {
        Self { way, arrivals, draws, out: Output::default() }
    }

    #[nexosim(init)]
    async fn init(&mut self, context: &Context<Self>, _: &mut ()) {
        self.plan(context);
    }

    #[nexosim(schedulable)]
    async fn arrive(&mut self, _: (), context: &Context<Self>) {
        let now_min = now_min(context);
        let vehicle = Vehicle { way: self.way, came_min: now_min, since_min: now_min, waited_min: 0.0 };
        self.plan(context);
        self.out.send(vehicle).await;
    }

    fn plan(&mut self, context: &Context<Self>) {
        let now_min = now_min(context);
        let gap = minutes(self.arrivals.next_min(now_min, &mut self.draws) - now_min);
        context.schedule_event(gap, schedulable!(Self::arrive), ()).expect("a gap lies in the future");
    }
}

/// Where a vehicle of one direction goes on to.
#[derive(Serialize, Deserialize)]
struct Way {
    branches: Vec<Branch>,
    onward: Onward,
}

#[derive(Serialize, Deserialize)]
struct Branch {
    share: f64,
    out: Output<Vehicle>,
}

#[derive(Serialize, Deserialize)]
enum Onward {
    Leave,
    Stage(Output<Vehicle>),
    /// The bridge, and the number by which it knows this stage.
    Bridge(Output<(Vehicle, usize)>, usize),
}

/// Lanes with a queue in front.
#[derive(Serialize, Deserialize)]
struct Stage {
    free: usize,
    service: Service,
    queue: VecDeque<Vehicle>,
    /// By direction; a stage of one direction has one.
    ways: Vec<Way>,
    #[serde(skip, default = "unseeded")]
    draws: SmallRng,
    #[serde(skip)]
    tally: Arc<Mutex<Tally>>,
}

#[Model]
impl Stage {
    fn new(lanes: usize, service: Service, draws: SmallRng) -> Self {
        Self { free: lanes, service, queue: VecDeque::new(), ways: Vec::new(), draws, tally: Arc::default() }
    }

    async fn enter(&mut self, mut vehicle: Vehicle, context: &Context<Self>) {
        vehicle.since_min = now_min(context);
        if self.free > 0 {
            self.free -= 1;
            self.serve(vehicle, context);
        } else {
            self.queue.push_back(vehicle);
        }
    }

    fn serve(&mut self, mut vehicle: Vehicle, context: &Context<Self>) {
        vehicle.waited_min += now_min(context) - vehicle.since_min;
        let service = minutes(self.service.draw(&mut self.draws));
        context.schedule_event(service, schedulable!(Self::finish), vehicle).expect("a service ends in the future");
    }

    #[nexosim(schedulable)]
    async fn finish(&mut self, mut vehicle: Vehicle, context: &Context<Self>) {
        let last = self.ways.len() - 1;
        let way = &mut self.ways[vehicle.way.min(last)];
        for branch in &mut way.branches {
            if self.draws.random::<f64>() < branch.share {
                branch.out.send(vehicle).await;
                return self.next(context);
            }
        }
        match &mut way.onward {
            // The lane is kept until the bridge grants a place.
            Onward::Bridge(out, number) => {
                vehicle.since_min = now_min(context);
                return out.send((vehicle, *number)).await;
            }
            Onward::Stage(out) => out.send(vehicle).await,
            Onward::Leave => leave(&self.tally, &vehicle, now_min(context)),
        }
        self.next(context);
    }

    async fn granted(&mut self, _: (), context: &Context<Self>) {
        self.next(context);
    }

    /// A lane is free: the next may come.
    fn next(&mut self, context: &Context<Self>) {
        match self.queue.pop_front() {
            Some(vehicle) => self.serve(vehicle, context),
            None => self.free += 1,
        }
    }
}

/// Places of one direction; stages wait in line for them.
#[derive(Serialize, Deserialize)]
struct Bridge {
    free: usize,
    travel_min: f64,
    waiting: VecDeque<(Vehicle, usize)>,
    grants: Vec<Output<()>>,
    #[serde(skip)]
    tally: Arc<Mutex<Tally>>,
}

#[Model]
impl Bridge {
    fn new(places: usize, travel_min: f64, tally: Arc<Mutex<Tally>>) -> Self {
        Self { free: places, travel_min, waiting: VecDeque::new(), grants: Vec::new(), tally }
    }

    async fn ask(&mut self, (vehicle, stage): (Vehicle, usize), context: &Context<Self>) {
        if self.free > 0 {
            self.free -= 1;
            self.accept(vehicle, stage, context).await;
        } else {
            self.waiting.push_back((vehicle, stage));
        }
    }

    async fn accept(&mut self, mut vehicle: Vehicle, stage: usize, context: &Context<Self>) {
        vehicle.waited_min += now_min(context) - vehicle.since_min;
        let travel = minutes(self.travel_min);
        context.schedule_event(travel, schedulable!(Self::cross), vehicle).expect("the bridge takes time");
        self.grants[stage].send(()).await;
    }

    #[nexosim(schedulable)]
    async fn cross(&mut self, vehicle: Vehicle, context: &Context<Self>) {
        leave(&self.tally, &vehicle, now_min(context));
        match self.waiting.pop_front() {
            Some((vehicle, stage)) => self.accept(vehicle, stage, context).await,
            None => self.free += 1,
        }
    }
}

fn leave(tally: &Mutex<Tally>, vehicle: &Vehicle, now_min: f64) {
    tally.lock().expect("nobody panics while counting").count(now_min - vehicle.came_min, vehicle.waited_min);
}

fn now_min<M: Model>(context: &Context<M>) -> f64 {
    context.time().duration_since(MonotonicTime::EPOCH).as_secs_f64() / 60.0
}

/// At least a nanosecond, because an event must lie in the future.
fn minutes(minutes: f64) -> Duration {
    Duration::from_secs_f64(minutes * 60.0).max(Duration::from_nanos(1))
}

/// A restored model would draw from here; none is ever restored.
fn unseeded() -> SmallRng {
    generator(0, 0)
}
