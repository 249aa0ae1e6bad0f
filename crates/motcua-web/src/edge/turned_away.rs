//! What is turned away before any use case hears of it: a request that cannot be read, comes from another site, is too
//! large, too slow, or one of too many. Libraries answer these with a line of English; here they get the house's words.

use axum::http::StatusCode;
use motcua_engine::engine::UseError;
use motcua_text::Text;

/// Why a request went no further than the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnedAway {
    /// A form, a body or an address that does not read as what it should be.
    Unreadable(StatusCode),
    /// An act that another site's page asked for (ASVS 3.5.1).
    FromElsewhere,
    /// The address exists, and is not asked in this way.
    Method,
    /// The rest of the request did not come in time.
    TooSlow,
    /// More bytes than this address takes.
    TooLarge,
    /// A body of another media type than this address reads.
    MediaType,
    /// Too many of these from one address or session.
    TooMany {
        /// Seconds until the next one is taken.
        after_s: u32,
    },
}

/// What went otherwise than asked: in a use case, or before one was reached.
#[derive(Debug)]
pub(super) enum What {
    /// The engine's answer.
    Engine(UseError),
    /// The edge's own.
    Edge(TurnedAway),
}

impl What {
    /// What an answer without words of ours says by its status.
    pub(super) fn of_status(status: StatusCode) -> Self {
        Self::Edge(match status {
            StatusCode::FORBIDDEN => TurnedAway::FromElsewhere,
            StatusCode::METHOD_NOT_ALLOWED => TurnedAway::Method,
            StatusCode::REQUEST_TIMEOUT => TurnedAway::TooSlow,
            StatusCode::PAYLOAD_TOO_LARGE => TurnedAway::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => TurnedAway::MediaType,
            StatusCode::NOT_FOUND => return Self::Engine(UseError::NotFound),
            StatusCode::SERVICE_UNAVAILABLE => return Self::Engine(UseError::Busy),
            status if status.is_server_error() => {
                return Self::Engine(UseError::Failed(format!("an answer of {status} without words")));
            }
            status => TurnedAway::Unreadable(status),
        })
    }
}

impl TurnedAway {
    /// One of each, for the pages that explain them.
    pub const ALL: [Self; 7] = [
        Self::Unreadable(StatusCode::BAD_REQUEST),
        Self::FromElsewhere,
        Self::Method,
        Self::TooSlow,
        Self::TooLarge,
        Self::MediaType,
        Self::TooMany { after_s: 60 },
    ];

    /// The status that fits.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Unreadable(status) => status,
            Self::FromElsewhere => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    /// The stable code, under which programs know it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable(_) => "request-unreadable",
            Self::FromElsewhere => "from-elsewhere",
            Self::Method => "method-not-allowed",
            Self::TooSlow => "too-slow",
            Self::TooLarge => "too-large",
            Self::MediaType => "media-type",
            Self::TooMany { .. } => "too-many",
        }
    }

    /// What did not happen, what is safe, and what to do.
    pub(super) fn words(self, t: &Text) -> (String, String, String) {
        match self {
            Self::Unreadable(_) => (
                t.edge_unreadable_title(),
                t.edge_unreadable_body(),
                t.edge_unreadable_next(),
            ),
            Self::FromElsewhere => (
                t.edge_elsewhere_title(),
                t.edge_elsewhere_body(),
                t.edge_elsewhere_next(),
            ),
            Self::Method => (t.edge_method_title(), t.edge_method_body(), t.edge_method_next()),
            Self::TooSlow => (t.edge_slow_title(), t.edge_slow_body(), t.edge_slow_next()),
            Self::TooLarge => (t.edge_large_title(), t.edge_large_body(), t.edge_large_next()),
            Self::MediaType => (t.edge_media_title(), t.edge_media_body(), t.edge_media_next()),
            Self::TooMany { after_s } => (
                t.edge_many_title(),
                t.edge_many_body(),
                t.edge_many_next(t.minutes(i64::from(after_s.div_ceil(60)))),
            ),
        }
    }
}
