using System.Text;
using System.Text.Json;
using Gms.Platform;

namespace Gms.Reintegration.Cases;

/// <summary>Reads and writes the words of one case, each bound to the row that holds it.</summary>
public sealed class Words(PersonCipher cipher)
{
    public byte[] Seal(string told, Guid owner) => cipher.Encrypt(told, owner);

    public byte[]? SealOptional(string? told, Guid owner) => cipher.EncryptOptional(told, owner);

    public byte[] SealAll(IReadOnlyList<string> told, Guid owner) => Seal(JsonSerializer.Serialize(told, JsonSerializerOptions.Default), owner);

    /// <summary>Null for no words, and for those of an erased person. What is older than keys is marked as in the clear.</summary>
    public string? Read(byte[]? told, Guid owner) => told is [0xFF, 0xFF, 0xFF, 0xFF, .. var plain] ? Encoding.UTF8.GetString(plain) : cipher.Decrypt(told, owner);

    public IReadOnlyList<string> ReadAll(byte[]? told, Guid owner) => Read(told, owner) is { } list ? JsonSerializer.Deserialize<string[]>(list, JsonSerializerOptions.Default)! : [];
}
