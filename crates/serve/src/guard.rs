//! Who may use the studio, and what a page of it may do.
//!
//! On a loopback address whoever works on this machine may; on any other a token is needed. Against pages of other sites that the
//! same browser has open: requests must name this server as their host (DNS rebinding) and, when they change something, come from its
//! own pages and carry a header that no foreign page can send without asking first (cross-site request forgery). Against texts of
//! a model that are meant to be run as a script: a content security policy that allows nothing but what the server brings.

use crate::problem::Problem;
use crate::studio::Studio;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use std::sync::Arc;

/// The header that every request which changes something carries. Its value says nothing.
pub(crate) const OWN: HeaderName = HeaderName::from_static("x-portway");
/// The cookie that holds the token in a browser, with the port behind it: browsers send cookies to every port of a host, and a second
/// studio has a token of its own.
const COOKIE: &str = "portway-";
/// Where a token stands in an address, once: `/?token=…`.
const QUERY: &str = "token=";
/// Fewest characters of a token: sixteen of a hexadecimal number are 64 bits.
pub(crate) const FEWEST_CHARS_OF_A_TOKEN: usize = 16;

/// Who may use a studio.
#[derive(Clone, Debug)]
pub struct Access {
    /// What a user must know; none on a loopback address.
    pub token: Option<String>,
}

impl Access {
    /// Whoever works on this machine.
    pub fn loopback() -> Self {
        Self { token: None }
    }

    /// Whoever knows the token, by any name of this server.
    ///
    /// # Errors
    /// A token that is too short to be one, or that no header can carry.
    pub fn with_token(token: String) -> Result<Self, String> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        if token.len() < FEWEST_CHARS_OF_A_TOKEN {
            return Err(format!("a token has at least {FEWEST_CHARS_OF_A_TOKEN} characters"));
        }
        if !token.chars().all(plain) {
            return Err("a token has letters, digits, - _ . ~ and nothing else".into());
        }
        Ok(Self { token: Some(token) })
    }

    fn is_own_host(&self, host: &str) -> bool {
        let (name, _) = name_and_port(host);
        // With a token, names are not what keeps strangers out, and a server may have names that it does not know.
        self.token.is_some() || is_loopback(name)
    }

    fn knows(&self, headers: &HeaderMap, host: &str, given: Option<&str>) -> bool {
        let Some(token) = &self.token else { return true };
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let bearer = text(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        let cookie = text(header::COOKIE)
            .into_iter()
            .flat_map(|cookies| cookies.split(';'))
            .find_map(|cookie| cookie.trim().strip_prefix(&cookie_of(host))?.strip_prefix('='));
        [bearer, cookie, given].into_iter().flatten().any(|said| same(said, token))
    }
}

/// Compares sums and not texts, so that the time taken says nothing about how much of a guess is right.
fn same(a: &str, b: &str) -> bool {
    Sha256::digest(a) == Sha256::digest(b)
}

/// The name and the port of a host as requests write it, `[::1]:8470`; the port may be missing.
fn name_and_port(host: &str) -> (&str, &str) {
    let behind = host.rfind(']').map_or(0, |bracket| bracket + 1);
    let (name, port) = match host[behind..].split_once(':') {
        Some((rest, port)) => (&host[..behind + rest.len()], port),
        None => (host, ""),
    };
    (name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name), port)
}

/// The name of the cookie of the studio at a host.
fn cookie_of(host: &str) -> String {
    format!("{COOKIE}{}", name_and_port(host).1)
}

fn is_loopback(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

/// Lets own requests through.
pub(crate) async fn guard(State(studio): State<Arc<Studio>>, request: Request, next: Next) -> Response {
    let access = &studio.settings.access;
    let headers = request.headers();
    let refuse = |status, title: &str, hint: &str| dressed(Problem::new(status, title, hint).into_response(), true);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    if !access.is_own_host(&host) {
        return refuse(StatusCode::MISDIRECTED_REQUEST, "this server is not called so", "open it as http://127.0.0.1");
    }
    let given = request.uri().query().and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix(QUERY)));
    if !access.knows(headers, &host, given) {
        let hint = "open the address that `portway serve` printed, which ends with the token";
        return refuse(StatusCode::UNAUTHORIZED, "a token is needed", hint);
    }
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if changes {
        let foreign = headers.get(header::ORIGIN).is_some_and(|origin| !is_own_origin(origin, &host));
        let cross = headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
        if foreign || cross || !headers.contains_key(OWN) {
            let hint = "changes are made by the pages of this server, or with the header `x-portway: 1`";
            return refuse(StatusCode::FORBIDDEN, "this request comes from elsewhere", hint);
        }
    }
    if let Some(token) = given.filter(|given| access.token.as_deref().is_some_and(|token| same(given, token))) {
        return welcome(request.uri(), &host, token);
    }
    let report = request.uri().path().ends_with("/report");
    dressed(next.run(request).await, !report)
}

fn is_own_origin(origin: &HeaderValue, host: &str) -> bool {
    let origin = origin.to_str().unwrap_or_default();
    ["http://", "https://"].iter().any(|scheme| origin.strip_prefix(scheme) == Some(host))
}

/// Moves a token from the address into a cookie, where it stays out of history and screenshots.
fn welcome(uri: &Uri, host: &str, token: &str) -> Response {
    let cookie = format!("{}={token}; Path=/; HttpOnly; SameSite=Strict", cookie_of(host));
    let headers =
        [(header::SET_COOKIE, cookie), (header::LOCATION, format!("/{}", uri.path().trim_start_matches('/')))];
    dressed((StatusCode::SEE_OTHER, headers).into_response(), true)
}

/// What the server's own pages may do: run its scripts, ask it, and draw. Styles of single elements are set by the map and
/// the charts; `blob:` is for pictures that are saved.
const PAGES: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// A report has no script at all, and brings its style with it.
const REPORTS: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; \
    form-action 'none'; sandbox allow-popups";

fn dressed(mut response: Response, page: bool) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, if page { PAGES } else { REPORTS });
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    response
}
