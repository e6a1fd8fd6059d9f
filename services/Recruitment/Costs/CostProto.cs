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
    };

    public static Proto.Payer ToProto(this Payer payer) => payer switch
    {
        Payer.Worker => Proto.Payer.Worker,
        Payer.Family => Proto.Payer.Family,
        Payer.Employer => Proto.Payer.Employer,
        Payer.Agency => Proto.Payer.Agency,
        Payer.Government => Proto.Payer.Government,
    };

    static Proto.Payee ToProto(this Payee payee) => payee switch
    {
        Payee.OriginAgency => Proto.Payee.OriginAgency,
        Payee.DestinationAgency => Proto.Payee.DestinationAgency,
        Payee.Broker => Proto.Payee.Broker,
        Payee.Employer => Proto.Payee.Employer,
        Payee.Authority => Proto.Payee.Authority,
        Payee.Provider => Proto.Payee.Provider,
        Payee.OfficialPrivately => Proto.Payee.OfficialPrivately,
    };

    static Proto.StatedBy ToProto(this StatedBy party) => party switch
    {
        StatedBy.Worker => Proto.StatedBy.Worker,
        StatedBy.Agency => Proto.StatedBy.Agency,
        StatedBy.Employer => Proto.StatedBy.Employer,
        StatedBy.Officer => Proto.StatedBy.Officer,
    };
}
