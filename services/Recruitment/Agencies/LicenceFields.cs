using Gms.Platform;
using Google.Protobuf.Collections;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

/// <summary>Reads what a licence and an application for one have in common.</summary>
static class LicenceFields
{
    /// <summary>True for sending abroad, false for bringing in.</summary>
    public static bool ReadOutbound(Proto.LicenceDirection direction) => Read.Value<Proto.LicenceDirection, Direction>(direction, "direction") == Direction.Outbound;

    /// <summary>At least one country, each once.</summary>
    public static string[] ReadCountries(RepeatedField<string> countries) => countries.Count == 0
        ? throw Refuse.Invalid(PlatformProblems.FieldRequired("countries"))
        : [.. countries.Select((c, i) => Read.OptionalAnyCountry(c, $"countries[{i}]") ?? throw Refuse.Invalid(PlatformProblems.FieldRequired($"countries[{i}]"))).Distinct().Order(StringComparer.Ordinal)];

    enum Direction
    {
        Outbound,
        Inbound,
    }
}
