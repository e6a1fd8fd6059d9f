using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>One month of a membership, expected and paid, in minor units. Null where it is not known; the note then says why.</summary>
sealed record OwedMonth(Membership Membership, string Currency, DateOnly Month, ArrearsState State, long? Expected, long Paid, long? Missing, DateOnly? DueOn, long? Penalty, string Note, PaymentRule? Rule)
{
    /// <summary>Whether somebody owes something, as far as can be told.</summary>
    public bool IsOwed => State is ArrearsState.Short or ArrearsState.Unpaid or ArrearsState.NotFiled;
}

/// <summary>Whether a month was paid. Same names as the proto.</summary>
enum ArrearsState
{
    Paid = 1,
    Short = 2,
    Unpaid = 3,
    NotFiled = 4,
    NotDue = 5,
    NotComputable = 6,
}
