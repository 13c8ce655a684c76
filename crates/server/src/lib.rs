//! How does a browser do it?
//!
//! For now: a written exhibition, served on loopback until interrupted. Tokio and axum are fenced off here.

use std::{
    future::Future,
    io,
    net::{IpAddr, SocketAddr},
    path::Path,
};

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Why a folder is not served.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// An address that others on the network could reach. Nothing here asks who is asking, so it stays on this machine.
    #[error("{0} is not a loopback address")]
    NotLoopback(IpAddr),
    /// The address is taken or may not be used.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The runtime could not be started, or serving ended with an error.
    #[error("serving ended: {0}")]
    Serve(#[from] io::Error),
}

/// Headers on every answer, beside the policy that each page carries itself (exhibition brief, section 3).
const HEADERS: [(HeaderName, HeaderValue); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; script-src 'self'; \
             form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    ),
];

/// The routes: the files below `folder`, `index.html` for a folder.
fn routes(folder: &Path) -> Router {
    let mut router = Router::new().fallback_service(ServeDir::new(folder));
    for (name, value) in HEADERS {
        router = router.layer(SetResponseHeaderLayer::overriding(name, value));
    }
    router
}

/// Serves the files below `folder` on a loopback address until the process is interrupted (Ctrl-C, SIGTERM).
///
/// `ready` is told the address once it listens; port 0 takes any free one.
pub fn serve_folder(
    folder: &Path,
    address: SocketAddr,
    ready: &mut dyn FnMut(SocketAddr),
) -> Result<(), ServeError> {
    if !address.ip().is_loopback() {
        return Err(ServeError::NotLoopback(address.ip()));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(|source| ServeError::Listen { address, source })?;
        ready(listener.local_addr()?);
        axum::serve(listener, routes(folder))
            .with_graceful_shutdown(interrupted()?)
            .await?;
        Ok(())
    })
}

/// Ends when the process is asked to stop.
fn interrupted() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    })
}
