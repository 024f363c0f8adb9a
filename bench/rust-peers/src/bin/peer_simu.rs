//! The networks in simu-des: an asynchronous process per vehicle, resources for lanes. Arguments: `MODEL DAYS SEED`.

use rand::Rng;
use rand::rngs::SmallRng;
use rust_peers::{Arguments, Arrivals, Checkpoint, Network, Queue, Service, Tally, cpu_s, generator, report};
use simu::{EnvHandle, Resource, SimEnv};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Draws = Rc<RefCell<SmallRng>>;

/// What the vehicles of a run share.
#[derive(Clone)]
struct World {
    env: EnvHandle,
    draws: Draws,
    tally: Rc<Cell<Tally>>,
}

impl World {
    fn draw_min(&self, service: &Service) -> f64 {
        service.draw(&mut self.draws.borrow_mut())
    }

    fn leaves(&self, came_min: f64, waited_min: f64) {
        let mut tally = self.tally.get();
        tally.count(self.env.now() - came_min, waited_min);
        self.tally.set(tally);
    }

    fn next_min(&self, arrivals: &Arrivals) -> f64 {
        arrivals.next_min(self.env.now(), &mut self.draws.borrow_mut()) - self.env.now()
    }
}

/// A stage, or the bridge.
struct Place {
    lanes: Resource,
    service: Service,
    share: f64,
}

fn main() -> Result<(), String> {
    let arguments = Arguments::read()?;
    let mut env = SimEnv::with_seed(arguments.seed);
    let world = World {
        env: env.handle(),
        draws: Rc::new(RefCell::new(generator(arguments.seed, 0))),
        tally: Rc::new(Cell::new(Tally::default())),
    };
    match arguments.network()? {
        Network::Queue(queue) => {
            env.spawn(customers(world.clone(), queue));
        }
        Network::Checkpoint(network) => {
            let x_ray = Resource::new(network.x_ray.lanes * network.scale);
            for _ in 0..2 {
                env.spawn(vehicles(world.clone(), places(&network, &x_ray), Arrivals::of(&network)));
            }
        }
    }
    let begin = cpu_s();
    env.run_until(arguments.horizon_min());
    report("simu-des", "0.1.0", &arguments, cpu_s() - begin, &world.tally.get());
    Ok(())
}

async fn customers(world: World, queue: Queue) {
    let arrivals = Arrivals::constant(queue.arrivals_per_min);
    let servers = Resource::new(queue.servers);
    let service = Service::Exponential(queue.service_mean_min);
    loop {
        world.env.timeout(world.next_min(&arrivals)).await;
        let (customer, servers) = (world.clone(), servers.clone());
        world.env.spawn(async move {
            let came = customer.env.now();
            let _server = servers.request().await;
            let waited = customer.env.now() - came;
            customer.env.timeout(customer.draw_min(&service)).await;
            customer.leaves(came, waited);
        });
    }
}

/// One direction, in the order in which it is passed; the bridge is the last.
fn places(network: &Checkpoint, x_ray: &Resource) -> Rc<[Place]> {
    let stages = [&network.gate, &network.passport, &network.documents, &network.x_ray, &network.physical];
    let place = |(index, stage): (usize, &&rust_peers::Stage)| Place {
        lanes: if index == 3 { x_ray.clone() } else { Resource::new(stage.lanes * network.scale) },
        service: Service::of(stage),
        share: stage.share.unwrap_or(1.0),
    };
    let bridge = Place {
        lanes: Resource::new(network.bridge.places * network.scale),
        service: Service::Constant(network.bridge.travel_min),
        share: 1.0,
    };
    stages.iter().enumerate().map(place).chain([bridge]).collect()
}

async fn vehicles(world: World, places: Rc<[Place]>, arrivals: Arrivals) {
    loop {
        world.env.timeout(world.next_min(&arrivals)).await;
        world.env.spawn(vehicle(world.clone(), places.clone()));
    }
}

async fn vehicle(world: World, places: Rc<[Place]>) {
    let came = world.env.now();
    let mut waited = 0.0;
    let mut held = None;
    let bridge = places.len() - 1;
    for (index, place) in places.iter().enumerate() {
        if place.share < 1.0 && world.draws.borrow_mut().random::<f64>() >= place.share {
            continue;
        }
        // Stages have room without limit, so a lane is left at once; the bridge has not, and the last lane is kept.
        if index < bridge {
            drop(held.take());
        }
        let since = world.env.now();
        let lane = place.lanes.request().await;
        waited += world.env.now() - since;
        drop(held.replace(lane));
        world.env.timeout(world.draw_min(&place.service)).await;
    }
    drop(held);
    world.leaves(came, waited);
}
