using Gms.Credentials;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

/// <summary>How passes and keys are shown.</summary>
static class PassProto
{
    public static Proto.PassLines ToProto(this DeparturePass pass) => new()
    {
        PassId = pass.PassId.ToString(),
        WorkerNumber = pass.WorkerNumber,
        MaskedName = pass.MaskedName,
        BirthYear = pass.BirthYear ?? 0,
        SexCode = pass.Sex,
        DocumentKind = pass.DocumentKind ?? "",
        DocumentEnd = pass.DocumentEnd ?? "",
        Origin = pass.Origin,
        Destination = pass.Destination,
        Channel = pass.Channel,
        Checkpoint = pass.Checkpoint ?? "",
        Employer = pass.Employer ?? "",
        ContractHash = pass.ContractHash is { } hash ? Convert.ToHexStringLower(hash) : "",
        Coverage = pass.Coverage.ToProto(),
        Orientation = pass.Orientation.ToProto(),
        NotBefore = pass.NotBefore.ToTimestamp(),
        ExpiresAt = pass.ExpiresAt.ToTimestamp(),
    };

    public static Proto.PassKey ToProto(this TrustedKey key)
    {
        var shown = new Proto.PassKey
        {
            Country = key.Country,
            KeyId = IdOf(key.Key),
            PublicKey = Point(key.Key),
            ValidFrom = key.ValidFrom.ToTimestamp(),
            RetiredAt = key.RetiredAt?.ToTimestamp(),
            CompromisedSince = key.CompromisedSince?.ToTimestamp(),
        };
        return shown;
    }

    public static string IdOf(PublicKey key) => Convert.ToHexStringLower(key.Id);

    /// <summary>SEC 1, uncompressed.</summary>
    public static ByteString Point(PublicKey key) => ByteString.CopyFrom([4, .. key.X, .. key.Y]);

    public static Proto.RevocationReason ToProto(this RevocationReason? reason) => reason switch
    {
        null => Proto.RevocationReason.Unspecified,
        RevocationReason.NoLongerCleared => Proto.RevocationReason.NoLongerCleared,
        RevocationReason.Reissued => Proto.RevocationReason.Reissued,
        RevocationReason.ByOfficer => Proto.RevocationReason.ByOfficer,
        _ => throw new InvalidOperationException($"No such reason: {reason}"),
    };

    static Proto.PassMark ToProto(this PassMark mark) => mark switch
    {
        PassMark.Pass => Proto.PassMark.Pass,
        PassMark.Fail => Proto.PassMark.Fail,
        PassMark.Unknown => Proto.PassMark.Unknown,
        PassMark.NotApplicable => Proto.PassMark.NotApplicable,
    };
}
