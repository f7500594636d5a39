import { describe, expect, it } from 'vitest';
import { isAllowed, isPrivate, isWebAddress, originOf, plainAddress } from '../../../src/base/origin';

describe('the address of a server', () => {
  it.each([
    ['https://Mlflow.Example.org/', 'https://mlflow.example.org', 'https://mlflow.example.org'],
    ['https://example.org:443/ml/#/experiments/3', 'https://example.org', 'https://example.org/ml'],
    ['http://localhost:5000/?x=1', 'http://localhost:5000', 'http://localhost:5000'],
  ])('%s', (address, origin, plain) => {
    expect(originOf(address)).toBe(origin);
    expect(plainAddress(address)).toBe(plain);
  });

  it.each([
    'https://good.example@evil.example/',
    'https://',
    'ftp://x',
    '/etc/passwd',
    'mlruns',
    'file:///x',
  ])('is not %s', address => {
    expect(originOf(address)).toBeUndefined();
    expect(plainAddress(address)).toBeUndefined();
  });

  it('is no path', () => {
    expect(isWebAddress('HTTPS://x')).toBe(true);
    expect(isWebAddress('https/x')).toBe(false);
  });
});

describe('the hosts that a user allows', () => {
  it.each([
    ['https://mlflow.example.org', 'mlflow.example.org', true],
    ['http://mlflow.example.org', 'mlflow.example.org', true],
    ['http://mlflow.example.org', 'https://mlflow.example.org', false],
    ['https://mlflow.example.org', 'https://mlflow.example.org/any/path', true],
    ['https://mlflow.example.org:8443', 'mlflow.example.org', false],
    ['https://mlflow.example.org:8443', 'MLflow.example.org:8443', true],
    ['https://evil-mlflow.example.org', 'mlflow.example.org', false],
    ['https://mlflow.example.org.evil.net', 'mlflow.example.org', false],
    ['https://mlflow.example.org', '*', false],
    ['https://mlflow.example.org', '', false],
  ])('%s by %s: %s', (origin, entry, expected) => {
    expect(isAllowed(origin, [entry])).toBe(expected);
  });
});

describe('secrets travel', () => {
  it.each([
    ['https://mlflow.example.org', true],
    ['http://mlflow.example.org', false],
    ['http://localhost:5000', true],
    ['http://127.0.0.1:5000', true],
    ['http://[::1]:5000', true],
    ['http://localhost.evil.net', false],
  ])('to %s: %s', (origin, expected) => {
    expect(isPrivate(origin)).toBe(expected);
  });
});
