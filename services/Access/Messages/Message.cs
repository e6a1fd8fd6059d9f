using Gms.Access.SignInCodes;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Messages;

/// <summary>What became of a message.</summary>
enum MessageOutcome
{
    Sent,

    /// <summary>Nobody has the number.</summary>
    NoSuchWorker,

    /// <summary>The worker has no telephone and no e-mail that can be reached from here.</summary>
    NoAddress,

    /// <summary>Every address was refused for good.</summary>
    Refused,

    /// <summary>It could not be sent before it was too old.</summary>
    Expired,

    /// <summary>Access knows no portal (Access__PortalRedirects): the worker could sign in nowhere to read what a reminder is about.</summary>
    NoPortal,
}

/// <summary>A message to a worker: a row first, sent by <see cref="MessageRelay"/>. What it says is encrypted until it is sent, and then gone.</summary>
sealed class Message
{
    /// <summary>Longer than any sender is waited for.</summary>
    static readonly TimeSpan Unheard = TimeSpan.FromSeconds(30);

    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Before what perhaps came goes again: a code lives ten minutes.</summary>
    static readonly TimeSpan WaitWherePerhapsCame = TimeSpan.FromMinutes(3);

    public required Guid Id { get; init; }

    public required Guid CodeId { get; init; }

    public SignInCode? Code { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>In which the worker asked; the language that the Registry holds goes before it.</summary>
    public required string Language { get; init; }

    public required byte[]? TextEncrypted { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Attempts { get; private set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public MessageOutcome? Outcome { get; private set; }

    public static Message Of(SignInCode code, string digits, string language, DateTimeOffset now, ColumnCipher cipher)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CodeId = code.Id,
            WorkerNumber = code.WorkerNumber,
            Language = language,
            TextEncrypted = cipher.Encrypt(digits, id),
            MadeAt = now,
            ExpiresAt = code.ExpiresAt,
            NextAttemptAt = now,
        };
    }

    public void Done(MessageOutcome outcome, DateTimeOffset now) => (DoneAt, Outcome, TextEncrypted) = (now, outcome, null);

    /// <summary>Begins an attempt: should nobody hear how it ended, the next waits until whoever was asked has given up.</summary>
    public void Begin(DateTimeOffset now)
    {
        Attempts++;
        NextAttemptAt = now + Unheard;
    }

    /// <summary>It was not taken, or nobody heard so. Twice as long after each attempt, a minute at most; longer where it perhaps came.</summary>
    public void TryLater(DateTimeOffset now, bool perhapsCame)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(Attempts - 1, 10)));
        NextAttemptAt = now + (perhapsCame ? WaitWherePerhapsCame : wait < LongestWait ? wait : LongestWait);
    }
}

sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Outcome).HasConversion<string>();
        message.Property(m => m.WorkerNumber).HasMaxLength(14);
        message.HasOne(m => m.Code).WithMany().HasForeignKey(m => m.CodeId);
    }
}
