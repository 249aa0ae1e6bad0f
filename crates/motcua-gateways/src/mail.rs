//! Mail by SMTP: plain text in UTF-8, one message a connection, with a limit on every wait.
//!
//! The outbox sends at least once; a message keeps its `Message-ID` from one attempt to the next, so that
//! servers and readers recognise the repetition; its date is the moment the outbox took it in, which the
//! message's id (a UUID of version 7) tells. Sent is not delivered.

#[cfg(test)]
mod tests;

use std::fmt;
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use lettre::address::AddressError;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Message, SmtpTransport, Transport as _};
use motcua_engine::ports::{Mail, MailError, Mailer};
use uuid::Uuid;

/// The longest subject, in characters: a notice says one thing.
const SUBJECT_CHARS_MAX: usize = 200;

/// How the way to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// Not at all: only for a server on this very machine, such as the sandbox.
    None,
    /// The conversation begins in the clear and must turn to TLS before anything is said (port 587).
    StartTls,
    /// TLS from the first byte (port 465).
    Tls,
}

/// The city's mail server.
#[derive(Clone)]
pub struct MailConfig {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the way there is kept private.
    pub tls: MailTls,
    /// A certificate authority of the city's own (PEM), besides the public ones.
    pub root_certificate_pem: Option<Vec<u8>>,
    /// Name and password, where the server asks for them. Never sent without TLS.
    pub credentials: Option<(String, String)>,
    /// Who the mail is from, `Name <address>`; the address's domain also ends each `Message-ID`.
    pub from: String,
    /// How long each step of the conversation may take.
    pub patience: Duration,
}

impl fmt::Debug for MailConfig {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("MailConfig")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

/// The configuration cannot work.
#[derive(Debug, thiserror::Error)]
pub enum MailConfigError {
    /// The sender is not an address.
    #[error("the sender is not an address: {0}")]
    From(#[from] AddressError),
    /// Without TLS the way to another machine is open to everybody on it.
    #[error("mail to another machine needs TLS")]
    TlsMissing,
    /// The certificate or the server's name cannot be used.
    #[error("TLS cannot be set up: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// Hands mail to the city's mail server.
#[derive(Debug)]
pub struct SmtpMailer {
    transport: SmtpTransport,
    from: Mailbox,
}

impl SmtpMailer {
    /// A mailer for this server. Opens no connection yet.
    ///
    /// # Errors
    /// When the sender is no address, TLS is missing where it is needed, or cannot be set up.
    pub fn new(config: &MailConfig) -> Result<Self, MailConfigError> {
        let from: Mailbox = config.from.parse()?;
        let tls = match config.tls {
            MailTls::None if is_this_machine(&config.host) && config.credentials.is_none() => Tls::None,
            MailTls::None => return Err(MailConfigError::TlsMissing),
            MailTls::StartTls => Tls::Required(tls_parameters(config)?),
            MailTls::Tls => Tls::Wrapper(tls_parameters(config)?),
        };
        let mut transport = SmtpTransport::builder_dangerous(connect_host(&config.host))
            .port(config.port)
            .tls(tls)
            .timeout(Some(config.patience))
            .hello_name(ClientId::Domain(from.email.domain().to_owned()));
        if let Some((name, password)) = &config.credentials {
            transport = transport.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(Self {
            transport: transport.build(),
            from,
        })
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        if mail.subject.chars().any(char::is_control) || mail.subject.chars().count() > SUBJECT_CHARS_MAX {
            return Err(MailError::Permanent(
                "the subject is not one short line".to_owned(),
            ));
        }
        let key = mail.id.raw();
        // The address alone is taken, so a crafted "name" cannot bring headers or further recipients.
        let to = mail
            .to
            .parse::<lettre::Address>()
            .map_err(|_| MailError::Permanent("the recipient's address is not one".to_owned()))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@{}>", key, self.from.email.domain())))
            // RFC 3834: no out-of-office answers to a machine.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(written_at) = date_in(key) {
            message = message.date(written_at);
        }
        message
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .header(ContentTransferEncoding::Base64)
                    .body(mail.body.replace("\r\n", "\n").replace('\n', "\r\n")),
            )
            .map_err(|error| MailError::Permanent(error.to_string()))
    }
}

impl Mailer for SmtpMailer {
    fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        self.transport
            .send(&message)
            .map(|_| ())
            .map_err(|error| classify(&error, &mail.to))
    }
}

/// When a key of version 7 was made: the moment the message was put in the outbox.
fn date_in(key: Uuid) -> Option<SystemTime> {
    let (seconds, nanos) = key
        .get_timestamp()
        .filter(|_| key.get_version_num() == 7)?
        .to_unix();
    SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanos))
}

fn tls_parameters(config: &MailConfig) -> Result<TlsParameters, MailConfigError> {
    let mut builder = TlsParameters::builder(config.host.clone());
    if let Some(pem) = &config.root_certificate_pem {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    Ok(builder.build_rustls()?)
}

/// Names under `.localhost` mean this machine whatever a name server says (RFC 6761 6.3).
fn is_localhost_name(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.to_ascii_lowercase().ends_with(".localhost")
}

fn is_this_machine(host: &str) -> bool {
    is_localhost_name(host) || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn connect_host(host: &str) -> &str {
    if is_localhost_name(host) {
        "127.0.0.1"
    } else {
        host
    }
}

/// Whether trying again can help. A server's "no" to our name or password (RFC 4954 6), or one that lacks
/// what our configuration demands, condemns the configuration and not the message: the message waits until
/// somebody has mended it. An address beyond ASCII that the server cannot write stays beyond it.
fn classify(error: &lettre::transport::smtp::Error, to: &str) -> MailError {
    let about_us = error
        .status()
        .map(u16::from)
        .is_some_and(|code| matches!(code, 530 | 534 | 535 | 538));
    let about_address = error.is_client() && !to.is_ascii();
    // What a server says may name the recipient, and a reason is logged: of an answer only its number is kept.
    let reason = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => error.to_string(),
    };
    if (error.is_permanent() && !about_us) || about_address {
        MailError::Permanent(reason)
    } else {
        MailError::Temporary(reason)
    }
}
