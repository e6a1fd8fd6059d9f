using Gms.Access.Accounts;
using Gms.Access.OpenId;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Sessions;

/// <summary>A person signed in at one browser.</summary>
sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public Account? Account { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>How the person proved to be who they are: <see cref="Method"/>.</summary>
    public required string[] Methods { get; set; }

    /// <summary>Which kind of browser, so that its owner knows it again: Firefox, Android. No more of what a browser says of itself.</summary>
    public required string Device { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SignInEnd? EndedWhy { get; private set; }

    public bool IsOpenAt(DateTimeOffset now, SessionTimes times) => EndedAt is null && now < SignedInAt + times.Longest && now < LastSeenAt + times.Idle;

    public void Prove(string method)
    {
        if (!Methods.Contains(method))
            Methods = [.. Methods, method];
    }

    public void End(DateTimeOffset now, SignInEnd why)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        EndedWhy = why;
    }
}

/// <summary>How a person proves to be who they are, as tokens say it in `amr` (RFC 8176).</summary>
static class Method
{
    public const string Password = "pwd", OneTimeCode = "otp";
}

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.EndedWhy).HasConversion<string>();
        session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
    }
}
