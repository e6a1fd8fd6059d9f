using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.SocialSecurity.Portability;

/// <summary>A claim that is to be paid abroad, held by the country of the scheme. Every step is kept.</summary>
sealed class PaymentRequest
{
    public required Guid Id { get; init; }
    public required string WorkerNumber { get; init; }

    /// <summary>The scheme's country.</summary>
    public required string Country { get; init; }
    public required string Scheme { get; init; }
    public required ExitBenefit Benefit { get; init; }

    /// <summary>Where it is to be paid.</summary>
    public required string PayIn { get; init; }
    public PaymentState State { get; private set; } = PaymentState.Requested;

    /// <summary>What was approved, in minor units; null before.</summary>
    public long? Amount { get; private set; }
    public required string Currency { get; init; }

    /// <summary>By which day the office should say more; null when it is not its turn.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>Counts its steps.</summary>
    public long Version { get; private set; }

    public List<PaymentStep> Steps { get; private init; } = [];

    public Reach Reach => ReachOf(Country, WorkerNumber);

    /// <summary>The office that holds the insurance, and the country that enrolled the worker. Where it is to be paid is the caller's own word, so it opens nothing.</summary>
    public static Reach ReachOf(string country, string workerNumber) => new() { Countries = [country, Platform.WorkerNumber.CountryOf(workerNumber)], Worker = workerNumber };

    /// <summary>The beginning of the key of the work item that the office has of it.</summary>
    public static string WorkItemKey(Guid id) => $"payment:{id:N}";

    public void Step(PaymentState state, string reply, long? amount, DateOnly? answerBy, DateTimeOffset now)
    {
        (State, AnswerBy, Amount) = (state, answerBy, amount ?? Amount);
        Steps.Add(new() { Number = (int)++Version, State = state, At = now, Reply = reply });
    }
}

/// <summary>One step of a request. Added, never changed.</summary>
sealed class PaymentStep
{
    public required int Number { get; init; }
    public required PaymentState State { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What was said; may be empty.</summary>
    public required string Reply { get; init; }
}

/// <summary>Where a request stands. Same names as the proto.</summary>
enum PaymentState
{
    Requested = 1,
    InReview = 2,
    MoreNeeded = 3,
    Approved = 4,
    Paid = 5,
    PaymentFailed = 6,
    Refused = 7,
    Withdrawn = 8,
}

sealed class PaymentRequestMapping : IEntityTypeConfiguration<PaymentRequest>
{
    public void Configure(EntityTypeBuilder<PaymentRequest> payment)
    {
        payment.ToTable("payment_requests");
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Country).HasMaxLength(2).IsFixedLength();
        payment.Property(p => p.PayIn).HasMaxLength(2).IsFixedLength();
        payment.Property(p => p.Currency).HasMaxLength(3).IsFixedLength();
        payment.Property(p => p.Benefit).HasConversion<string>();
        payment.Property(p => p.State).HasConversion<string>();
        payment.Ignore(p => p.Reach);
        payment.OwnsMany(p => p.Steps, step =>
        {
            step.ToTable("payment_steps");
            step.WithOwner().HasForeignKey("payment_id");
            step.HasKey("payment_id", nameof(PaymentStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.State).HasConversion<string>();
        });
        // Office and worker at once: the second save fails instead of overwriting.
        payment.Property<uint>("xmin").IsRowVersion();
    }
}
