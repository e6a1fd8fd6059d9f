using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Npgsql;

namespace Gms.Platform;

/// <summary>Looks up whether a changing call was already answered under its request_id. Calls that come at the same moment are looked up together.</summary>
sealed class RequestLog(NpgsqlDataSource database)
{
    const int MostInOneLook = 200;

    static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor?> RequestIds = new();

    readonly Together<Guid, Kept?> _looks = new(MostInOneLook, atOnce: 2, asked => Look(database, asked));

    public async Task<TResponse?> Answered<TResponse>(Call call, object request, CancellationToken cancel) where TResponse : class
    {
        var message = (IMessage)request;
        if (RequestIds.GetOrAdd(message.Descriptor, d => d.FindFieldByName("request_id")) is not { } field)
            return null;

        call.RequestId = Read.Id((string)field.Accessor.GetValue(message), "request_id");
        call.RequestHash = RequestShape.Hash(message);

        if (await _looks.Ask(call.RequestId.Value).WaitAsync(cancel) is not { } kept)
            return null;

        if (kept.Call != call.Name || kept.Account != call.Caller.Account || (kept.Hash.Length > 0 && !kept.Hash.AsSpan().SequenceEqual(call.RequestHash)))
            throw Refuse.Invalid(PlatformProblems.RequestIdReused());

        var answer = Activator.CreateInstance<TResponse>();
        ((IMessage)answer).MergeFrom(kept.Response);
        call.MarkRepeated();
        return answer;
    }

    static async Task Look(NpgsqlDataSource database, IReadOnlyList<Asked<Guid, Kept?>> asked)
    {
        await using var command = database.CreateCommand("SELECT request_id, call, account, hash, response FROM requests WHERE request_id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. asked.Select(a => a.Item)] });
        await using var row = await command.ExecuteReaderAsync();
        var found = new Dictionary<Guid, Kept>();
        while (await row.ReadAsync())
            found[row.GetGuid(0)] = new(row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4));
        foreach (var one in asked)
            one.Answer(found.GetValueOrDefault(one.Item));
    }

    /// <summary>An answer kept for a repeat.</summary>
    sealed record Kept(string Call, string Account, byte[] Hash, byte[] Response);
}
