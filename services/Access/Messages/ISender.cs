namespace Gms.Access.Messages;

/// <summary>A way out of the registry for a message. There is one for each kind of address.</summary>
interface ISender
{
    /// <summary>Which addresses it reaches.</summary>
    AddressKind Reaches { get; }

    /// <summary>Sends it; never throws for what the other side does.</summary>
    Task<Sending> Send(Letter letter, CancellationToken cancel);
}

enum AddressKind
{
    /// <summary>E.164.</summary>
    Phone,

    Email,
}

/// <summary>What is sent, and where.</summary>
/// <param name="Id">The same at each attempt, so that a gateway can tell a repeat.</param>
/// <param name="To">A telephone number in E.164, or an e-mail address.</param>
/// <param name="Subject">For what has subjects.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Language">BCP 47.</param>
sealed record Letter(Guid Id, string To, string Subject, string Text, string Language);

/// <summary>What the other side said.</summary>
enum Sending
{
    Taken,

    /// <summary>For good: this address, or what we are, is not taken.</summary>
    Refused,

    /// <summary>It may be taken later.</summary>
    NotNow,

    /// <summary>Nothing was heard: it may have been taken.</summary>
    Unheard,
}
