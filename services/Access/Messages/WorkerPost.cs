using Gms.Platform;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Gms.Access.Messages;

/// <summary>
/// Brings a letter to a worker: who that is, where that person is reached and in which language is asked of the Registry only when it is sent, and kept nowhere.
/// Every address is tried until one takes it.
/// </summary>
sealed class WorkerPost(IReadOnlyList<ISender> senders, ILogger<WorkerPost> log)
{
    /// <summary>Null when the Registry cannot be asked now.</summary>
    public async Task<ReachWorkerResponse?> Find(Guid message, string workerNumber, IPeers peers, CancellationToken cancel)
    {
        try
        {
            return await new Workers.WorkersClient(peers.To("Registry", Purpose.OwnRecord)).ReachWorkerAsync(new() { WorkerNumber = workerNumber }, cancellationToken: cancel);
        }
        catch (Exception failure) when (failure is RpcException or RefusedException or InvalidOperationException)
        {
            log.LogWarning("Message {MessageId} waits: the Registry cannot be asked ({Failure})", message, failure.GetType().Name);
            return null;
        }
    }

    /// <summary>Whether there is an address, and by what to send there.</summary>
    public bool Reaches(ReachWorkerResponse worker) => Ways(worker).Count > 0;

    /// <summary>What became of it.</summary>
    public async Task<Posted> Send(ReachWorkerResponse worker, Func<string, Letter> letterTo, CancellationToken cancel)
    {
        var ways = Ways(worker);
        var (later, perhaps) = (false, false);
        foreach (var (sender, address) in ways)
        {
            var said = await sender.Send(letterTo(address), cancel);
            if (said == Sending.Taken)
                return new(MessageOutcome.Sent);
            later |= said is Sending.NotNow or Sending.Unheard;
            perhaps |= said is Sending.Unheard;
        }
        return new(later ? null : ways.Count == 0 ? MessageOutcome.NoAddress : MessageOutcome.Refused, perhaps);
    }

    List<(ISender Sender, string Address)> Ways(ReachWorkerResponse worker) =>
        [.. worker.Addresses.SelectMany(at => senders.Where(s => s.Reaches == KindOf(at)).Select(sender => (sender, at.Value)))];

    /// <summary>In the first language of the worker that there are texts in; else in this one, else in English.</summary>
    public static Texts TextsFor(ReachWorkerResponse worker, string? asked = null) =>
        Texts.In(worker.Languages.Select(Language.Nearest).FirstOrDefault(l => l is not null) ?? (asked is null ? null : Language.Find(asked)) ?? Language.English);

    static AddressKind? KindOf(WorkerAddress address) => address.Kind switch
    {
        ContactKind.Phone => AddressKind.Phone,
        ContactKind.Email => AddressKind.Email,
        _ => null,
    };
}

/// <summary>What became of an attempt.</summary>
/// <param name="Outcome">Null when it may still go.</param>
/// <param name="PerhapsCame">Nobody heard whether an address took it.</param>
readonly record struct Posted(MessageOutcome? Outcome, bool PerhapsCame = false);
