namespace Grpc.Core;

/// <summary>How a call ended. The numbers go over the wire and are the same in every gRPC language.</summary>
public enum StatusCode
{
    OK = 0,

    /// <summary>Cancelled, as a rule by the caller.</summary>
    Cancelled = 1,

    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed; the work may have been done all the same.</summary>
    DeadlineExceeded = 4,

    NotFound = 5,
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this; an unknown caller gets <see cref="Unauthenticated"/>.</summary>
    PermissionDenied = 7,

    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs; trying again does not help until the state is changed.</summary>
    FailedPrecondition = 9,

    /// <summary>Lost against a concurrent change; the whole read-and-write may be tried again.</summary>
    Aborted = 10,

    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,

    /// <summary>Cannot be reached now; trying the same call again later may help.</summary>
    Unavailable = 14,

    DataLoss = 15,

    /// <summary>No valid credentials.</summary>
    Unauthenticated = 16,
}
