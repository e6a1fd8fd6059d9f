using Gms.Platform;
using Gms.Registry.Departures;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corridors;

/// <summary>How a channel is shown.</summary>
static class ChannelProto
{
    public static Proto.Channel ToProto(this Corridor corridor, DateOnly day, ChannelVerdict verdict)
    {
        var row = corridor.On(day);
        return new()
        {
            Id = corridor.Id,
            Origin = corridor.Origin,
            Destination = corridor.Destination,
            Channel_ = corridor.Channel,
            Description = corridor.Description,
            State = row is null ? Proto.Openness.Unspecified : row.State.ToProto(),
            Note = row?.Note ?? "",
            StateFrom = row?.From?.ToProto(),
            StateTo = row?.To?.ToProto(),
            StateSource = row is null ? null : new() { Rule = corridor.Id, Text = row.Source, Confidence = row.Confidence, EffectiveFrom = Text(row.From) },
            NeedsConfirmation = row?.NeedsConfirmation ?? false,
            TravelDocuments = { corridor.TravelDocuments?.AnyOf ?? [] },
            MinAge = corridor.MinAge ?? 0,
            PermitMonths = corridor.PermitMonths ?? 0,
            PermitDays = corridor.PermitDays ?? 0,
            ExtensionMonths = corridor.ExtensionMonths ?? 0,
            MaxTotalMonths = corridor.MaxTotalMonths ?? 0,
            BreakDays = corridor.BreakDays ?? 0,
            BreakWaivedFrom = corridor.BreakWaivedFrom?.ToProto(),
            Source = new() { Rule = corridor.Id, Text = corridor.Source, Confidence = corridor.Confidence, EffectiveFrom = corridor.EffectiveFrom ?? "" },
            InOrder = verdict.Status.ToProto(),
            InOrderReasons = { verdict.Reasons },
        };
    }

    static Proto.Openness ToProto(this Openness state) => state switch
    {
        Openness.Open => Proto.Openness.Open,
        Openness.Restricted => Proto.Openness.Restricted,
        Openness.Suspended => Proto.Openness.Suspended,
        Openness.Closed => Proto.Openness.Closed,
        Openness.Unknown => Proto.Openness.Unknown,
    };

    static string Text(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "";
}
