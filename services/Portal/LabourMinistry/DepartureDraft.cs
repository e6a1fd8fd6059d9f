using Gms.Portal.Forms;
using Gms.Portal.Languages;
using Gms.Registry.V1;

namespace Gms.Portal.LabourMinistry;

/// <summary>
/// A departure that is being entered, step by step. Each step is kept by the Registry for this account: what was entered before is there after a line broke, the
/// browser was closed, or one goes back. Pure.
/// </summary>
sealed record DepartureDraft(string Worker = "", string Destination = "", string Day = "", string Channel = "", string Work = "", string Contract = "", string Checkpoint = "")
{
    /// <summary>Whose, whither and when, how, and the whole looked over.</summary>
    public const int Steps = 4;

    /// <summary>The first step that lacks something.</summary>
    public int Next => Worker.Length == 0 ? 1 : Destination.Length == 0 || Day.Length == 0 ? 2 : Channel.Length == 0 || Work.Length == 0 ? 3 : Steps;

    /// <summary>The contract shown as chosen: the one chosen, or none, once that was said; before, the first there is.</summary>
    public string? ContractOr(string? first) => Contract.Length > 0 || Work.Length > 0 ? Contract : first;

    /// <summary>The step asked for, as far as those before it are filled in.</summary>
    public int At(int asked) => asked is >= 1 and <= Steps ? Math.Min(asked, Next) : Next;

    /// <summary>What the form of a step says takes the place of what was there. Another way makes the channel a question anew, another worker the work and its contract.</summary>
    public DepartureDraft With(int step, Posted posted) => step switch
    {
        1 => posted["Number"] == Worker ? this : this with { Worker = posted["Number"], Work = "", Contract = "" },
        2 => this with { Destination = posted["Destination"], Day = posted["Day"], Channel = posted["Destination"] == Destination ? Channel : "" },
        3 => this with { Channel = posted["Channel"], Work = posted["Work"], Contract = posted["Contract"], Checkpoint = posted["Checkpoint"] },
        _ => this,
    };

    public RegisterDepartureRequest Asks(string request, string origin) => new()
    {
        RequestId = request,
        WorkerNumber = Worker,
        ContractId = Contract,
        Channel = Channel,
        Checkpoint = Checkpoint,
        Origin = origin,
        Destination = Destination,
        PlannedOn = PlannedOn,
        EmploymentType = Work,
    };

    public DraftedDeparture ToDrafted() => new()
    {
        WorkerNumber = Worker,
        Destination = Destination,
        PlannedOn = PlannedOn,
        Channel = Channel,
        EmploymentType = Work,
        ContractId = Contract,
        Checkpoint = Checkpoint,
    };

    public static DepartureDraft Of(DraftedDeparture kept) => new(
        kept.WorkerNumber, kept.Destination, kept.PlannedOn is { } day ? Days.Text(day.ToDay()) : "", kept.Channel, kept.EmploymentType, kept.ContractId, kept.Checkpoint);

    /// <summary>The planned day; unset where what was entered is none.</summary>
    public Gms.Type.V1.Date? PlannedOn => Days.Read(Day).ToDate();
}
