using Gms.Platform;
using Gms.Recruitment.Reference;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>How cost lines are shown.</summary>
static class CostProto
{
    public static Proto.CostLine ToProto(this CostLine cost, CostItems items) => new()
    {
        CostId = cost.Id.ToString(),
        Item = cost.Item,
        IloPart = items[cost.Item].IloPart,
        Payer = cost.Payer.ToProto(),
        Payee = cost.Payee.ToProto(),
        Amount = cost.Amount.ToProto(),
        PaidOn = cost.PaidOn.ToProto(),
        ReceiptReference = cost.ReceiptReference ?? "",
        StatedBy = cost.StatedBy.ToProto(),
        RecordedAt = cost.RecordedAt.ToTimestamp(),
        NothingPaid = cost.NothingPaid,
        Equivalent = cost.Equivalent?.ToProto(),
        Replaces = cost.ReplacesId?.ToString() ?? "",
        CorrectionReason = cost.CorrectionReason ?? "",
    };

    public static Proto.CostContradiction ToProto(this CostContradiction contradiction) => new()
    {
        Item = contradiction.Item,
        Kind = contradiction.Kind switch
        {
            ContradictionKind.Paid => Proto.ContradictionKind.Paid,
            ContradictionKind.Payer => Proto.ContradictionKind.Payer,
            ContradictionKind.Amount => Proto.ContradictionKind.Amount,
        },
        OneStatedBy = contradiction.One.By.ToProto(),
        OneCosts = { contradiction.One.Lines.Select(l => l.Id.ToString()) },
        OtherStatedBy = contradiction.Other.By.ToProto(),
        OtherCosts = { contradiction.Other.Lines.Select(l => l.Id.ToString()) },
    };

    public static Proto.CostLimit ToProto(this CostLimit limit) => new()
    {
        Payee = limit.Payee.ToProto(),
        StatedBy = limit.StatedBy.ToProto(),
        Limit = limit.Limit?.ToProto(),
        Paid = limit.Paid?.ToProto(),
        Outcome = limit.Outcome,
        Source = limit.Cap?.Source.ToProto(),
        Costs = { limit.Lines.Select(l => l.Id.ToString()) },
    };

    public static Proto.Payer ToProto(this Payer payer) => payer switch
    {
        Payer.Worker => Proto.Payer.Worker,
        Payer.Family => Proto.Payer.Family,
        Payer.Employer => Proto.Payer.Employer,
        Payer.Agency => Proto.Payer.Agency,
        Payer.Government => Proto.Payer.Government,
    };

    public static Proto.Payee ToProto(this Payee payee) => payee switch
    {
        Payee.OriginAgency => Proto.Payee.OriginAgency,
        Payee.DestinationAgency => Proto.Payee.DestinationAgency,
        Payee.Broker => Proto.Payee.Broker,
        Payee.Employer => Proto.Payee.Employer,
        Payee.Authority => Proto.Payee.Authority,
        Payee.Provider => Proto.Payee.Provider,
        Payee.OfficialPrivately => Proto.Payee.OfficialPrivately,
    };

    public static Proto.StatedBy ToProto(this StatedBy party) => party switch
    {
        StatedBy.Worker => Proto.StatedBy.Worker,
        StatedBy.Agency => Proto.StatedBy.Agency,
        StatedBy.Employer => Proto.StatedBy.Employer,
        StatedBy.Officer => Proto.StatedBy.Officer,
    };
}
