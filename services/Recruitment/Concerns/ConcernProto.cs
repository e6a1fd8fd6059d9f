using Gms.Platform;
using Gms.Recruitment.Complaints;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

/// <summary>How concerns are shown to officers.</summary>
static class ConcernProto
{
    public static Proto.Concern ToProto(this Concern concern, ColumnCipher cipher) => new()
    {
        ConcernId = concern.Id.ToString(),
        Reference = concern.Reference,
        Country = concern.Country,
        Category = concern.Category.ToProto(),
        Urgency = concern.Urgency.ToProto(),
        AgencyId = concern.AgencyId?.ToString() ?? "",
        Words = concern.Words is { } words ? cipher.Decrypt(words, concern.Id) : "",
        RaisedAt = concern.RaisedAt.ToTimestamp(),
        DueOn = concern.DueOn.ToProto(),
        State = concern.State.ToProto(),
        Outcome = concern.Outcome.ToProto(),
        Answer = concern.Answer ?? "",
        ComplaintId = concern.ComplaintId?.ToString() ?? "",
    };

    public static Proto.ConcernState ToProto(this ConcernState state) => state switch
    {
        ConcernState.Raised => Proto.ConcernState.Raised,
        ConcernState.Answered => Proto.ConcernState.Answered,
    };

    public static Proto.ConcernOutcome ToProto(this ConcernOutcome? outcome) => outcome is { } known ? known.ToProto() : Proto.ConcernOutcome.Unspecified;

    static Proto.ConcernOutcome ToProto(this ConcernOutcome outcome) => outcome switch
    {
        ConcernOutcome.ComplaintOpened => Proto.ConcernOutcome.ComplaintOpened,
        ConcernOutcome.PassedOn => Proto.ConcernOutcome.PassedOn,
        ConcernOutcome.TooLittleKnown => Proto.ConcernOutcome.TooLittleKnown,
        ConcernOutcome.Unfounded => Proto.ConcernOutcome.Unfounded,
    };
}
