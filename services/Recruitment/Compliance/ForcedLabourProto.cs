using Gms.Recruitment.Reference;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>How signs of forced labour are shown.</summary>
static class ForcedLabourProto
{
    public static Proto.ForcedLabourSign ToProto(this (ForcedLabourIndicator Indicator, IReadOnlyList<string> Because) sign) => new()
    {
        Code = sign.Indicator.Id,
        Name = sign.Indicator.Name,
        Because = { sign.Because },
        Source = sign.Indicator.Source.ToProto(),
    };
}
